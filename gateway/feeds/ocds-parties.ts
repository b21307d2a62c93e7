/** Who takes part in a contracting process, as the Open Contracting Data Standard lists parties and refers to them. */
import type { ToldAward, ToldOrganization, ToldProcess } from "./ocds-process.js";

/** A reference to a party. */
export interface PartyReference {
  readonly id: string;
  readonly name: string;
}

/** The reference to an organisation of the graph. */
export const partyOf = ({ id, name }: ToldOrganization): PartyReference => ({ id, name: name ?? id });

/** A supplier that the graph does not have is known by its name within the process. */
const supplierOf = ({ supplier, supplierName }: ToldAward): PartyReference =>
  supplier === null ? { id: `NAME-${supplierName}`, name: supplierName } : { ...partyOf(supplier), name: supplierName };

/** Suppliers of an award; none where it is not told. */
export const suppliersOf = ({ awards }: ToldProcess, number: number): readonly PartyReference[] =>
  awards.filter((award) => award.number === number).map(supplierOf);

/** All parties, each once with its roles; a credit code stands with the scheme of China's register. */
export const partiesOf = ({ buyer, awards }: ToldProcess): readonly object[] => {
  const suppliers = new Map(awards.map((award) => [supplierOf(award).id, award]));
  return [
    { ...partyOf(buyer), ...identifierOf(buyer), roles: ["buyer", "procuringEntity"] },
    ...[...suppliers.values()].map((award) => ({
      ...supplierOf(award),
      ...identifierOf(award.supplier),
      roles: ["supplier"],
    })),
  ];
};

const identifierOf = (organization: ToldOrganization | null) =>
  organization?.uscc == null ? {} : { identifier: { scheme: "CN-USCC", id: organization.uscc } };
