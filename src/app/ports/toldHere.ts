/** What this device has told whoever uses it. Never fails: where nothing can be kept, it is told again. Contract: tests/hosts/deviceTold.test.ts */
export interface ToldHere {
  has(what: string): Promise<boolean>;
  add(what: string): Promise<void>;
}
