/** Asks a port to stop. AbortSignal belongs to the DOM, which `app` cannot see; adapters convert (an AbortSignal has another shape). */
export interface Cancellation {
  readonly cancelled: boolean;
  /** Calls `run` once, at once when already cancelled. Returns how to take it back. */
  onCancel(run: () => void): () => void;
}
