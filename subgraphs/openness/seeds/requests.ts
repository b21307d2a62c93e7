/** Records of the demonstration's openness offices and requests for information. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { DISCLOSURE_CONSULTATIONS, DISCLOSURE_REQUESTS } from "../disclosure-request/disclosure-request.rows.js";
import { OPENNESS_OFFICES } from "../openness-office/openness-office.rows.js";
import type { DocumentRecords } from "./documents.js";
import { drawnRequests } from "./drawn-requests.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";
import { goldenRequests } from "./golden-requests.js";
import { consultationRecords, requestRecord } from "./planned-request.js";

/** Their tables. */
export const REQUEST_TABLES = "disclosure_consultations, disclosure_requests, openness_offices";

/** The index number of a document of the demonstration that is public on the day. */
const publicOn = ({ documents }: DocumentRecords, day: string): string | undefined =>
  documents.find(({ publishedOn }) => publishedOn !== undefined && publishedOn <= day)?.indexNo;

/** Fills the tables. */
export const seedRequests = async (db: Knex, world: DemonstrationWorld, records: DocumentRecords): Promise<void> => {
  const agencies = world.organizations.filter(({ role, uscc }) => role === "agency" && uscc !== undefined);
  const golden = agencies.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  await insertRecords(
    db,
    OPENNESS_OFFICES,
    agencies.map(({ id, uscc, name, divisionCode }, index) => ({
      ...{ agencyId: id, agencyUscc: uscc!, divisionCode: divisionCode.slice(0, 6) },
      ...{ name: `${name}政府信息公开工作机构`, address: "政务服务中心一楼（演示）", phone: "0433-0000000" },
      ...{ leaderPost: "办公室主任", staffCount: 1 + (index % 3) },
    })),
  );
  const requests = [
    ...goldenRequests(world, { agency: golden, indexNo: publicOn(records, "2026-01-01")! }),
    ...drawnRequests(
      world,
      agencies.filter(({ id }) => id !== golden.id),
      (day) => publicOn(records, day),
    ),
  ];
  await insertRecords(db, DISCLOSURE_REQUESTS, requests.map(requestRecord));
  await insertRecords(db, DISCLOSURE_CONSULTATIONS, requests.flatMap(consultationRecords));
};
