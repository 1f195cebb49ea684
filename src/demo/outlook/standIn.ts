import { injectBridge } from '../identity/injectedBridge';
import { createStandIn } from './standInOffice';

// Loaded before the pane's own scripts where the real Office.js cannot run: it refuses a host on plain http.
const hostOrigin = new URL((document.currentScript as HTMLScriptElement).src).origin;
injectBridge(window, hostOrigin);
Object.assign(window, { Office: createStandIn(window.parent, hostOrigin) });
