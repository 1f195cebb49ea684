import path from 'node:path';
import { operate } from './operate';

operate(path.resolve(__dirname, '../client'));
