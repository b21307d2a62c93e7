/** Loaded into a process before its own code: takes a CPU profile between two messages of the process that started it. */
import { Session, type Profiler } from "node:inspector";

const session = new Session();
session.connect();

process.on("message", (message) => {
  if (message === "profile") {
    session.post("Profiler.enable");
    session.post("Profiler.setSamplingInterval", { interval: 500 });
    session.post("Profiler.start");
  } else if (message === "profiled")
    session.post("Profiler.stop", (_error, { profile }: Profiler.StopReturnType) => process.send?.(profile));
});
// The channel alone keeps no process alive; what listens does.
process.channel?.unref();
