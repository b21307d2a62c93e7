/** Logs: one JSON line per event, with a stable code; secrets and tokens never reach a line. */
import { pino, type DestinationStream, type Logger, type LevelWithSilent } from "pino";

export type { Logger };

/** A log event: a stable code and the sentence that goes with it. */
export interface LogEvent {
  readonly code: string;
  readonly message: string;
}

/** Creates the logger of one process. */
export const createLogger = (options: {
  name: string;
  level: LevelWithSilent;
  destination?: DestinationStream;
}): Logger => {
  const settings = {
    name: options.name,
    level: options.level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["*.authorization", "*.token", "*.password", "headers", "req", "*.headers"], censor: "[secret]" },
    serializers: { error: pino.stdSerializers.err },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
};
