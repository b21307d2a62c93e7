/** Requests for information that were not made clear by the day that the applicant was told: they count as given up (政府信息公开条例 第三十条). */
import { inTransaction, toSet } from "../../../platform/database/index.js";
import { addDays, localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { takeEach, takeTimeStep, type LockedRecord, type StepsInTime } from "../../../platform/write/index.js";
import { DISCLOSURE_REQUESTS, type DisclosureRequestRow } from "../disclosure-request/disclosure-request.rows.js";
import { factsOn } from "./disclosure-facts.js";
import { WRITTEN_REQUEST } from "./disclosure-handling.policy.js";
import { listUncorrected, lockRequest } from "./abandon-in-time.repository.js";

type Database = ServiceDependencies["db"];

/** True where it was ended: what changed since it was listed, the machine sees on the locked row. */
const abandon = (db: Database, requestNo: string, asOf: Date): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const row = await lockRequest(trx, requestNo);
    if (row === undefined) return false;
    const today = localDateOf(asOf);
    const request = { ...DISCLOSURE_REQUESTS.toRecord(row as unknown as DisclosureRequestRow), consultations: [] };
    // The machine lets time end what has a last day alone.
    const set = toSet(DISCLOSURE_REQUESTS, { endedOn: request.correctBy && addDays(request.correctBy, 1) });
    const step = { row: row as LockedRecord, event: "ABANDON" as const, facts: factsOn(request, today), set, asOf };
    return (await takeTimeStep(trx, WRITTEN_REQUEST, step)) !== undefined;
  });

/** Ends them, each in a transaction of its own, once however often it is called. */
export const abandonInTime = async (db: Database, asOf: Date): Promise<StepsInTime> =>
  takeEach(db, await listUncorrected(db, localDateOf(asOf)), (requestNo) => abandon(db, requestNo, asOf));
