/** The work of a signed request: the caller may wait less than a service allows, never more. */
import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import type { SignedContext } from "../../../platform/auth/index.js";
import type { RequestWork } from "../../../platform/database/index.js";
import { beginWork } from "../../../platform/subgraph/signed-request.js";

/** The work of a request whose caller waits so long at a service that allows `longestMs`. */
const begun = (timeoutMs: number | undefined, longestMs: number): RequestWork => {
  const response = Object.assign(new EventEmitter(), { writableEnded: true }) as unknown as ServerResponse;
  const work = beginWork({ timeoutMs } as SignedContext, { longestMs, nodes: 1 }, response);
  response.emit("close");
  return work;
};

describe("the time of a signed request", () => {
  it.each([
    ["what the caller waits, where that is less", 0, 3_600_000, false],
    ["what the service allows, where the caller would wait longer", 3_600_000, 0, false],
    ["what the service allows, where the caller says nothing", undefined, 0, false],
    ["both, where there is time", 3_600_000, 3_600_000, true],
  ])("is %s", (_case, timeoutMs, longestMs, goesOn) => {
    expect(begun(timeoutMs, longestMs).goesOn()).toBe(goesOn);
  });
});
