/** SQL of whether a firm might bid for projects, for buttons: all of N5 but credit, and all of N2, is asked once more where a bid comes in. */
import type { Knex } from "knex";
import { BidState } from "../bid/bid.machine.js";
import { listBarred } from "../intermediary-sanction/intermediary-sanction.repository.js";
import { isRelated } from "../sealed-bid/sealed-bid.repository.js";
import { organizationId } from "./new-project.js";

interface OpenProject {
  readonly projectNo: string;
  readonly departmentUscc: string;
  readonly ownerUscc: string;
  readonly intermediaryId: string;
}

/** Projects of the list whose service the firm provides, from which it need not keep out, and for which it has no bid. */
const listUnbid = async (db: Knex, firmUscc: string, projectNos: readonly string[]): Promise<OpenProject[]> =>
  db("intermediary_procurements as p")
    .join("provided_services as s", "s.service_code", "p.service_code")
    .join("intermediaries as i", "i.organization_id", "s.intermediary_id")
    .select(
      "p.project_no as projectNo",
      "p.department_uscc as departmentUscc",
      "p.owner_uscc as ownerUscc",
      "i.organization_id as intermediaryId",
    )
    .where("i.uscc", firmUscc)
    .whereIn("p.project_no", [...projectNos])
    .whereNot("p.owner_uscc", firmUscc)
    .whereRaw("not (i.organization_id = any(p.avoid_ids))")
    .whereNotExists(
      db("bids as b")
        .select(db.raw("1"))
        .whereRaw("b.project_no = p.project_no")
        .where("b.firm_uscc", firmUscc)
        .whereNot("b.state", BidState.WITHDRAWN),
    );

/** Those for which the firm might bid on the day; none while it is suspended or removed. */
export const listOpenTo = async (
  db: Knex,
  firmUscc: string,
  { projectNos, today }: { readonly projectNos: readonly string[]; readonly today: string },
): Promise<OpenProject[]> => {
  const unbid = await listUnbid(db, firmUscc, projectNos);
  const [first] = unbid;
  if (first === undefined || (await listBarred(db, [first.intermediaryId], today)).length > 0) return [];
  const bodies = new Set(unbid.flatMap(({ departmentUscc, ownerUscc }) => [departmentUscc, ownerUscc]));
  const related = new Set<string>();
  for (const body of bodies)
    if (await isRelated(db, first.intermediaryId, { departmentId: organizationId(body), today })) related.add(body);
  return unbid.filter(({ departmentUscc, ownerUscc }) => !related.has(departmentUscc) && !related.has(ownerUscc));
};
