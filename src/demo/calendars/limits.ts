/** What one folder, file or series may ask for; real exports stay far below, bombs do not. */
export const MAX_FILES = 200;
export const MAX_FILE_BYTES = 20_000_000;
/** In one calendar, within the horizon. */
export const MAX_ITEMS = 20_000;
/** Steps of a rule, most of them before the horizon: a daily series may be a century old. */
export const MAX_STEPS = 50_000;
export const MAX_STEPS_OF_FILE = 1_000_000;
export const MAX_INTERVAL = 1_000;
/** Names of zones in one file; beyond, only those that everybody knows. */
export const MAX_ZONES = 100;
/** Characters of one zone's rules. */
export const MAX_ZONE_LENGTH = 50_000;
