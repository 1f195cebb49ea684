import type { GraphCalls } from './graphCalls';

/** A call and what it leaves behind, as Teams itself and its administrator know it: doors of the demo, no part of Graph. */
export type CallService = {
  /** How the call stands now. */
  tell(chat: string, call: CallNow): Promise<void>;
  end(chat: string): Promise<void>;
  /** The newest first; those that are still to come, too. */
  transcripts(chat: string): Promise<readonly LeftTranscript[]>;
  /** What is late comes now. */
  arrive(chat: string): Promise<void>;
  /** Where the last transcript is downloaded. */
  fileOf(chat: string, as: 'vtt' | 'docx'): string;
  switches(): Promise<Switches>;
  decide(change: Partial<Switches>): Promise<void>;
};

export type CallNow = {
  /** Keys. */
  readonly people: readonly string[];
  readonly speaking: readonly string[];
  /** Somebody speaks who has no window here. */
  readonly somebody: boolean;
  readonly transcribing: boolean;
};
export type LeftTranscript = { readonly id: string; readonly there: boolean };
export const SWITCH_NAMES = ['transcripts', 'attribution', 'consent', 'attendees', 'metered'] as const;
export type Switches = Readonly<Record<(typeof SWITCH_NAMES)[number], boolean>>;

export function callService(send: GraphCalls['send']): CallService {
  const post = async (address: string, body: object): Promise<void> => {
    await send(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  };
  return {
    tell: (chat, call) => post('/demo/call', { chat, ...call }),
    end: (chat) => post('/demo/call/end', { chat }),
    transcripts: (chat) => send(`/demo/transcripts?chat=${encodeURIComponent(chat)}`),
    arrive: (chat) => post('/demo/transcript/arrive', { chat }),
    fileOf: (chat, as) => `/demo/transcript/file?chat=${encodeURIComponent(chat)}&as=${as}`,
    switches: () => send('/demo/switches'),
    decide: (change) => post('/demo/switches', change),
  };
}
