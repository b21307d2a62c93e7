/** What a collector does not take is told once a minute at most: one line says what sixty would. */

/** What is lost is told once in so many milliseconds. */
const TOLD_EVERY_MS = 60_000;

/** A result of an exporter of OpenTelemetry. */
interface ExportResult {
  readonly code: number;
  readonly error?: Error | undefined;
}

/** Creates the function that is given each result; a code other than 0 is a loss. */
export const toldOnce = (onLost: (error: unknown) => void): ((result: ExportResult) => void) => {
  let toldAt = -Infinity;
  return ({ code, error }) => {
    if (code === 0 || performance.now() - toldAt <= TOLD_EVERY_MS) return;
    toldAt = performance.now();
    onLost(error);
  };
};
