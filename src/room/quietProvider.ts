import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { LARGEST_FRAME } from './closeCodes';

/**
 * The provider of one document. What is written before the server has asked for what it lacks goes with the answer to
 * that; the library would send it twice and count its acknowledgement for other changes.
 */
export class QuietProvider extends HocuspocusProvider {
  private inStep = false;

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (this.inStep) super.documentUpdateHandler(update, origin);
  }

  override send(message: Parameters<HocuspocusProvider['send']>[0], args: unknown): void {
    // Only the answer to the server's question carries an encoder.
    if (typeof args === 'object' && args !== null && 'encoder' in args) this.inStep = true;
    super.send(message, args);
  }

  override onClose(): void {
    this.inStep = false;
    super.onClose();
  }

  /** All that was written here is on the server's disk. */
  get hasAll(): boolean {
    return this.inStep && this.isSynced && this.unsyncedChanges === 0;
  }
}

/** Of a WebSocket. */
const OPEN = 1;

/** The socket of one room, which sends no frame that the server would not take. */
export class BoundedSocket extends HocuspocusProviderWebsocket {
  /** Called instead of sending one. */
  tooLarge: () => void = () => undefined;
  private gone = false;

  /** The library's pause before another try outlives the socket: it would come back and stay. */
  override async connect(): Promise<unknown> {
    return this.gone ? undefined : super.connect();
  }

  override destroy(): void {
    this.gone = true;
    this.cancelWebsocketRetry?.();
    super.destroy();
  }

  /**
   * A connection counts when the server's first word has come; the library forgets its tries already when the socket
   * opens. One that was lost in between was tried by two at once from there on, and the slower one threw the good
   * socket of the other away without a word: what was under way on it was never answered.
   */
  override onOpen(event: Event): Promise<void> {
    const trying = this.cancelWebsocketRetry;
    const opened = super.onOpen(event);
    if (this.connectionAttempt !== null && trying !== undefined) this.cancelWebsocketRetry = trying;
    return opened;
  }

  override resolveConnectionAttempt(): void {
    if (this.connectionAttempt !== null) delete this.cancelWebsocketRetry;
    super.resolveConnectionAttempt();
  }

  /** One that is given up while it is still being opened says that it was not; nobody listens any more. */
  override cleanupWebSocket(): void {
    this.webSocket?.addEventListener('error', () => undefined);
    super.cleanupWebSocket();
  }

  /**
   * What is written while a line closes goes with the answer to the server's question on the next one. The library would
   * keep it and send it there first, ahead of what it stands on: no server takes that.
   */
  override send(message: Uint8Array): void {
    if (message.byteLength > LARGEST_FRAME) this.tooLarge();
    else if (this.webSocket?.readyState === OPEN) super.send(message);
  }
}
