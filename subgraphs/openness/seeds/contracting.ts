/** Fills the tables of contracting processes: golden ones with a known course, one of each kind and state. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import {
  CONTRACTING_AWARDS,
  CONTRACTING_CONTRACTS,
  CONTRACTING_PAYMENTS,
  CONTRACTING_PROCESSES,
} from "../contracting-process/contracting-process.rows.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";
import { PLANNED_CONTRACTING, type PlannedContracting } from "./planned-contracting.js";

/** Their tables. */
export const CONTRACTING_TABLES =
  "contracting_payments, contracting_contracts, contracting_awards, contracting_processes";

const SUPPLIER = "91990101MA9000011P";

type Owner = Pick<NewOf<typeof CONTRACTING_AWARDS>, "buyerUscc" | "divisionCode">;

/** Fills the tables. */
export const seedContracting = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const byUscc = (code: string): DemonstrationOrganization => world.organizations.find(({ uscc }) => uscc === code)!;
  const [buyer, supplier] = [byUscc(GOLDEN_ISSUER), byUscc(SUPPLIER)];
  const owner: Owner = { buyerUscc: GOLDEN_ISSUER, divisionCode: buyer.divisionCode.slice(0, 6) };
  await insertRecords(
    db,
    CONTRACTING_PROCESSES,
    PLANNED_CONTRACTING.map((planned) => ({
      ...processOf(planned),
      ...{ ...owner, buyerId: buyer.id },
    })),
  );
  const awards = PLANNED_CONTRACTING.flatMap(({ id, awards = [] }) =>
    awards.map((award, index) => ({ award, processId: id, number: index + 1 })),
  );
  await insertRecords(
    db,
    CONTRACTING_AWARDS,
    awards.map(
      ({
        award: {
          supplierName = supplier.name,
          amount,
          bidders,
          days: [awardedOn, publishedOn],
        },
        ...of
      }) => ({
        ...{ ...of, ...owner, supplierName, amount, bidders, awardedOn, publishedOn },
        supplierId: supplierName === supplier.name ? supplier.id : undefined,
      }),
    ),
  );
  const contracts = awards.flatMap(({ award: { contract }, ...of }) => (contract ? [{ contract, ...of }] : []));
  await insertRecords(
    db,
    CONTRACTING_CONTRACTS,
    contracts.map(
      ({
        contract: {
          amount,
          days: [signedOn, startsOn, endsOn, publishedOn],
        },
        ...of
      }) => ({
        ...{ ...of, ...owner, amount, signedOn, startsOn, endsOn, publishedOn },
      }),
    ),
  );
  await insertRecords(
    db,
    CONTRACTING_PAYMENTS,
    contracts.flatMap(({ contract: { payments = [] }, ...of }) =>
      payments.map(([amount, paidOn], index) => ({
        ...{ ...of, ...owner, position: index + 1, amount, paidOn, publishedOn: paidOn },
      })),
    ),
  );
};

const processOf = ({ awards: _awards, ...planned }: PlannedContracting) => ({
  ...{ description: undefined, budget: undefined, method: undefined, methodDetails: undefined },
  ...{ tenderedOn: undefined, closesOn: undefined, tenderAmount: undefined, partnershipStage: undefined },
  ...{ valueForMoney: undefined, affordability: undefined, publishedOn: undefined },
  ...planned,
});
