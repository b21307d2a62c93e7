/** Who acts: the parts that a viewer plays for one record, and the pseudonym under which the journal keeps them. Pure. */
import { createHash } from "node:crypto";
import type { Viewer } from "../auth/index.js";
import {
  agencyOf,
  bodyOf,
  canRead,
  personOf,
  type Owned,
  type Reader,
  type Whose,
} from "../disclosure/admission/index.js";
import { actorsOf, type Actor } from "../machine/index.js";

/** Whose part a record gives: who plays each, over the record's columns. Beside it the viewer needs the part's role. */
export type PartsIn<Column extends string> = Readonly<Partial<Record<Actor, Whose<Column>>>>;

/** The parts that the viewer plays for the record. */
export const actingParts = <Column extends string>(
  parts: PartsIn<Column>,
  reader: Reader<Column>,
  row: Owned<Column>,
): Actor[] =>
  actorsOf(reader.viewer).filter((actor) => {
    const whose = parts[actor];
    return whose !== undefined && canRead(whose, reader, row);
  });

/** Pseudonym of the viewer, 32 hexadecimal digits: the same person or client always has the same. Undefined for nobody. */
export const actorHash = ({ kind, subjectHash, username, clientId }: Viewer): string | undefined => {
  const id = kind === "client" ? clientId : (subjectHash ?? username);
  if (kind === "anonymous" || id === undefined) return undefined;
  return createHash("sha256").update(`${kind}:${id}`).digest("hex").slice(0, 32);
};

/** Credit code of the agency for which an officer begins or decides a record; undefined for who is no officer of one. */
export const actingAgency = (viewer: Viewer): string | undefined =>
  actorsOf(viewer).includes("OFFICER") ? agencyOf(viewer) : undefined;

/** Credit code of the body for which the viewer registers apps; undefined for who is not charged with it. */
export const actingIntegrator = (viewer: Viewer): string | undefined =>
  actorsOf(viewer).includes("INTEGRATOR") ? bodyOf(viewer) : undefined;

/** Whom the viewer acts for when a record of their own begins: a body before the person; undefined for who is neither citizen nor agent. */
export const actingSubject = (viewer: Viewer): { readonly subject: string; readonly isBody: boolean } | undefined => {
  const body = bodyOf(viewer);
  const subject = body ?? personOf(viewer);
  return subject === undefined ? undefined : { subject, isBody: body !== undefined };
};

/** A body or an agency for which somebody acts. */
export interface ActingBody {
  readonly uscc: string;
  readonly isAgency: boolean;
  /** Division that an agency's officer serves. */
  readonly division: string | undefined;
}

/** The body that the viewer acts for, before the agency that the viewer serves; undefined for everybody else. */
export const actingBody = (viewer: Viewer): ActingBody | undefined => {
  const body = bodyOf(viewer);
  const uscc = body ?? agencyOf(viewer);
  if (uscc === undefined) return undefined;
  return { uscc, isAgency: body === undefined, division: body === undefined ? viewer.divisionCode : undefined };
};
