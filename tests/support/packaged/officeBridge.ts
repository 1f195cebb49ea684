import { injectBridge } from '../../../src/demo/identity/injectedBridge';

// Put before the copy of Office.js that npm has, which brings no bridge: the one on Microsoft's network does.
injectBridge(window);
