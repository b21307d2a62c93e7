/** Versions of matters as they are compared: no decorator, no row, no I/O. */
import type { MatterContent } from "../matter/matter.js";
import type { ChangeKind } from "./matter-version.enums.js";

/** A version as it is compared. */
export type MatterVersionContent = MatterContent & { readonly taskName: string };

/** One changed field. */
export interface VersionChange {
  /** Path of the field, such as promised.amount or materials[营业执照].copies. */
  readonly field: string;
  readonly kind: ChangeKind;
  readonly oldValue?: string;
  readonly newValue?: string;
}

/** All changes between two versions, by path. */
export interface VersionDifference {
  readonly from: number;
  readonly to: number;
  readonly changes: VersionChange[];
}
