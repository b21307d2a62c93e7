/** Limits in hours, on golden instants: they run through nights and holidays, and are late from the instant after the last one. */
import { hourLimit, hourLimitState } from "../../../platform/domain/index.js";

const at = (time: string): Date => new Date(`${time}+08:00`);

it("runs round the clock, over the longest holiday", () => {
  expect(hourLimit("L17-24H", at("2026-10-01T08:00:00"))).toMatchObject({
    ...{ dueAt: at("2026-10-02T08:00:00"), confirmed: true, basis: expect.stringContaining("国办发〔2016〕61号") },
  });
  expect(hourLimit("L17-48H", at("2026-12-31T23:30:00")).dueAt).toEqual(at("2027-01-02T23:30:00"));
});

it("is met at its last instant and late at the next one", () => {
  const limit = hourLimit("L17-48H", at("2026-08-10T09:00:00"));
  const [last, next] = [at("2026-08-12T09:00:00"), at("2026-08-12T09:00:00.001")];
  expect([last, next].map((now) => hourLimitState(limit, now))).toEqual(["RUNNING", "LATE"]);
  expect([last, next].map((done) => hourLimitState(limit, at("2026-09-28T00:00:00"), done))).toEqual(["MET", "LATE"]);
});

it("makes nobody late by a figure that is not confirmed", () => {
  const limit = hourLimit("L17-5H", at("2026-08-10T09:00:00"));
  expect(limit.confirmed).toBe(false);
  expect(hourLimitState(limit, at("2026-08-10T14:00:00"))).toBe("RUNNING");
  expect(hourLimitState(limit, at("2026-08-10T14:00:01"))).toBe("PROVISIONAL");
});

it("is no limit in days", () => {
  expect(() => hourLimit("L09", at("2026-08-10T09:00:00"))).toThrow("no limit in hours");
});
