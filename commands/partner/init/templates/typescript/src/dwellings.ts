/** The dwellings: put your database here. */

/** A dwelling as it is kept. */
export interface Dwelling {
  readonly id: string;
  readonly area: number;
  readonly keeperUscc: string;
  readonly tenantName: string;
}

const KEPT: readonly Dwelling[] = [
  { id: "1", area: 62.5, keeperUscc: "11990101MB9000015E", tenantName: "张三" },
  { id: "2", area: 48, keeperUscc: "11990101MB0001310F", tenantName: "李四" },
];

/** The dwelling of an id. */
export const findDwelling = (id: string): Dwelling | undefined => KEPT.find((dwelling) => dwelling.id === id);

/** The first dwellings. */
export const listDwellings = (first: number): readonly Dwelling[] => KEPT.slice(0, Math.min(Math.max(first, 0), 100));
