/** Which traces a gateway records: a share by lot, whatever id and flags an asker chose. */
import { startTracing } from "../../../platform/telemetry/start-tracing.js";

const CHOSEN = `00-${"0".repeat(31)}1-b7ad6b7169203331-01`;

const started = (share: number, followsAsker = false) =>
  startTracing({
    ...{ service: "gateway", onLost: () => undefined, followsAsker, share },
    // No span is ended here, so that nothing is sent.
    endpoint: "http://127.0.0.1:9",
  });

it.each([
  [0, 0, 0],
  [0.5, 1, 999],
  [1, 1_000, 1_000],
])("of a share of %d between %d and %d of 1,000 with one id", async (share, least, most) => {
  const tracing = started(share);
  const spans = Array.from({ length: 1_000 }, () => tracing.begin("POST /graphql", "server", CHOSEN));
  const recorded = spans.filter(({ isRecorded }) => isRecorded);
  expect(recorded.length).toBeGreaterThanOrEqual(least);
  expect(recorded.length).toBeLessThanOrEqual(most);
  for (const { traceparent } of spans) expect(traceparent.split("-")[1]).toBe(CHOSEN.split("-")[1]);
  // What a recorded request asks of services is recorded with it.
  for (const { traceparent } of recorded)
    expect(tracing.begin("ask matters", "client", traceparent).isRecorded).toBe(true);
  await tracing.stop();
});

it("a service goes by its gateway", async () => {
  const tracing = started(1, true);
  expect(tracing.begin("matters", "server", CHOSEN).isRecorded).toBe(true);
  expect(tracing.begin("matters", "server", CHOSEN.replace(/01$/, "00")).isRecorded).toBe(false);
  expect(tracing.begin("matters", "server").isRecorded).toBe(false);
  await tracing.stop();
});
