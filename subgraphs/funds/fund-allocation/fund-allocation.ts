/** Parts of an allocation as the domain knows them: no decorator, no row, no I/O. */

/** A factor of an allocation (分配因素); its weight is in per cent. */
export interface AllocationFactor {
  readonly name: string;
  readonly weight: number;
  /** Value of the recipient. */
  readonly value?: string;
}
