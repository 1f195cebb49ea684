import { operate } from '../../src/entries/operate';

// The production server as its entry starts it, over pages of the tests.
operate(process.env['TEST_FILES'] ?? '');
