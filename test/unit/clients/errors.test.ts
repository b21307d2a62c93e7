/** Errors of the client: the codes are the graph's, and what may be repeated is what its table says. */
import { ERROR_CODES as CLIENT_CODES, mayRepeat, toGraphError } from "../../../clients/typescript/src/index.js";
import { ERROR_CODES } from "../../../platform/errors/index.js";

describe("errors of the client", () => {
  it("has every code of the table, and GraphQL's two", () => {
    expect(Object.keys(CLIENT_CODES).sort()).toEqual(
      [...Object.keys(ERROR_CODES), "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"].sort(),
    );
  });

  it("repeats what may succeed later, except a conflict, which is somebody's to see first", () => {
    const repeated = (Object.keys(CLIENT_CODES) as (keyof typeof CLIENT_CODES)[]).filter((code) => mayRepeat({ code }));
    expect(repeated.sort()).toEqual([
      "RATE_LIMITED",
      "SERVICE_UNAVAILABLE",
      "UPSTREAM_TIMEOUT",
      "UPSTREAM_UNAVAILABLE",
    ]);
  });

  it("keeps reason, path and details, and takes an unknown code for INTERNAL_SERVER_ERROR", () => {
    expect(
      toGraphError({
        message: "变更",
        path: ["acceptCase"],
        extensions: { code: "CONFLICT", reason: "STALE_VERSION", version: 4 },
      }),
    ).toEqual({ code: "CONFLICT", message: "变更", path: ["acceptCase"], reason: "STALE_VERSION", version: 4 });
    for (const code of ["NEW_CODE", "toString", "__proto__", 7, undefined])
      expect(toGraphError({ message: "x", extensions: { code } }).code).toBe("INTERNAL_SERVER_ERROR");
  });
});
