import { shimAjax } from '../../../src/demo/outlook/ajaxShim';

shimAjax(window as unknown as Parameters<typeof shimAjax>[0]);
