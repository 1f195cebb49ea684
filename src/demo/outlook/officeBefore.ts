import { injectBridge } from '../identity/injectedBridge';
import { shimAjax } from './ajaxShim';

// Loaded before the real Office.js. The copy of it that npm has brings no bridge for nested app authentication: Outlook
// itself puts it into the page.
shimAjax(window as unknown as Parameters<typeof shimAjax>[0]);
injectBridge(window);
