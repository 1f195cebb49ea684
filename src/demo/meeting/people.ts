import type { Company, Person } from '../company/types';

/** Somebody of the company by key or id. */
export const personWith = (company: Company, named: string): Person | undefined =>
  company.people.find(({ id, key }) => id === named || key === named);
