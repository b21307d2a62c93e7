/** What the log keeps of an error: enough to find the fault, nothing of the row that met it. */
import { createLogger } from "../../../platform/telemetry/index.js";

const logged = (error: unknown): Record<string, unknown> => {
  let line = "";
  createLogger({ name: "test", level: "info", destination: { write: (text: string) => void (line = text) } }).error(
    { code: "UNEXPECTED_ERROR", error },
    "An error was not expected.",
  );
  return (JSON.parse(line) as { error: Record<string, unknown> }).error;
};

const databaseError = (): Error =>
  Object.assign(new Error('invalid input syntax for type integer: "张示例"'), {
    name: "DatabaseError",
    code: "22P02",
    detail: "Key (contact_phone)=(19900001020) already exists.",
    where: "unnamed portal parameter $1 = '张示例'",
  });

describe("an error in the log", () => {
  it("has type, code, message and stack, and no value of a row", () => {
    const error = logged(databaseError());
    expect(error).toMatchObject({
      type: "DatabaseError",
      code: "22P02",
      message: 'invalid input syntax for type integer: "…"',
    });
    expect(error["stack"]).toMatch(/^DatabaseError: invalid input.*\n\s+at /);
    expect(JSON.stringify(error)).not.toMatch(/张示例|1990000|contact_phone/);
  });

  it("keeps names of columns and tables, by which the fault is found", () => {
    expect(logged(new Error('column "notice_on" of relation "service_cases" does not exist'))["message"]).toBe(
      'column "notice_on" of relation "service_cases" does not exist',
    );
    expect(logged(new Error("Failing row contains Key (phone)=(19900001020)"))["message"]).not.toContain("1990000");
  });

  it("says the same of its cause", () => {
    expect(logged(new Error("The statement failed.", { cause: databaseError() }))["cause"]).toMatchObject({
      code: "22P02",
      message: 'invalid input syntax for type integer: "…"',
    });
  });

  it("says of what is no error only what kind it is", () => {
    expect(logged("张示例")).toEqual({ type: "string" });
  });
});
