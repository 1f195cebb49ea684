import { injectBridge } from '../identity/injectedBridge';

// Loaded before the real Office.js: the copy of it that npm has brings no bridge for nested app authentication, which
// Outlook itself puts into the page.
injectBridge(window);
