/** From the facts of a demonstration case to its life: state, days, special procedures. Old cases without a decision ended in some way. */
import { PROVISIONAL, addDays, addWorkdays, daysBetween, workdaysBetween } from "../../../platform/domain/index.js";
import type { DemonstrationCase } from "../../demonstration.js";
import { SpecialProcedureKind } from "../service-case/service-case.enums.js";
import { PAUSING_KINDS } from "../service-case/service-case.js";
import { CaseState } from "../service-case/service-case.state.js";

/** A special procedure of a seeded case. */
export interface SeededProcedure {
  readonly kind: SpecialProcedureKind;
  readonly from: string;
  readonly to?: string;
  readonly extensionDays?: number;
}

/** What became of a case. */
export interface CaseLife {
  readonly state: CaseState;
  readonly endedOn?: string;
  /** Day of the one-time notice of what is missing. */
  readonly noticeOn?: string;
  readonly procedures: readonly SeededProcedure[];
}

/** The working day so many working days later, at most `latest`. */
export const laterWorkday = (from: string, days: number, latest: string): string => {
  const day = addWorkdays(from, days);
  return day === PROVISIONAL || day > latest ? latest : day;
};

const pick = <T>(values: readonly T[], random: () => number): T => values[Math.floor(random() * values.length)]!;

/** The life of a case. `golden` ones stay as their facts say: open. */
export const lifeOf = (facts: DemonstrationCase, today: string, random: () => number, golden: boolean): CaseLife => {
  if (facts.acceptedOn === undefined) return unacceptedLife(facts, today, random, golden);
  if (facts.completedOn !== undefined) {
    const fresh = daysBetween(facts.completedOn, today) < 5;
    const draw = random();
    const state =
      draw < 0.35 || golden ? CaseState.RATED : fresh || draw < 0.45 ? CaseState.COMPLETED : CaseState.DELIVERED;
    return {
      state,
      endedOn: facts.completedOn,
      procedures: golden ? [] : pastProcedures(facts.acceptedOn, facts.completedOn, random),
    };
  }
  if (facts.suspendedOn !== undefined) {
    return { state: CaseState.SUSPENDED, procedures: [{ kind: pick(PAUSING_KINDS, random), from: facts.suspendedOn }] };
  }
  const procedures = golden ? [] : pastProcedures(facts.acceptedOn, addDays(today, -1), random);
  const draw = golden ? 1 : random();
  if (draw < 0.08) {
    const endedOn = laterWorkday(facts.acceptedOn, 1 + Math.floor(random() * 6), today);
    const within = procedures.filter(({ to }) => to !== undefined && to < endedOn);
    return { state: draw < 0.06 ? CaseState.WITHDRAWN : CaseState.TRANSFERRED, endedOn, procedures: within };
  }
  return {
    state: draw < 0.2 ? CaseState.ACCEPTED : draw < 0.24 ? CaseState.DECIDED : CaseState.REVIEW,
    procedures,
  };
};

/** Told on a later working day what is missing. */
const told = ({ appliedOn }: DemonstrationCase, today: string, workdays: number): CaseLife => ({
  state: CaseState.CORRECTION,
  noticeOn: laterWorkday(appliedOn, workdays, today),
  procedures: [],
});

const unacceptedLife = (facts: DemonstrationCase, today: string, random: () => number, golden: boolean): CaseLife => {
  const draw = random();
  if (golden) return { state: CaseState.SUBMITTED, procedures: [] };
  if (daysBetween(facts.appliedOn, today) <= 7) {
    const state = pick([CaseState.SUBMITTED, CaseState.RECEIVED, CaseState.CORRECTION], random);
    return state === CaseState.CORRECTION ? told(facts, today, 2) : { state, procedures: [] };
  }
  // Some were never told anything and some too late: they count as accepted (L01).
  if (draw < 0.02) return { state: CaseState.RECEIVED, procedures: [] };
  if (draw < 0.12) return told(facts, today, draw < 0.04 ? 7 : 3);
  const state =
    draw < 0.45
      ? CaseState.NOT_ACCEPTED
      : draw < 0.7
        ? CaseState.WITHDRAWN
        : draw < 0.9
          ? CaseState.RETURNED
          : CaseState.TRANSFERRED;
  return { state, endedOn: laterWorkday(facts.appliedOn, 1 + Math.floor(random() * 5), today), procedures: [] };
};

/** Now and then a span that did not count, or an approved extension, between acceptance and the end. */
const pastProcedures = (acceptedOn: string, latest: string, random: () => number): SeededProcedure[] => {
  const draw = random();
  if (draw >= 0.12) return [];
  const room = workdaysBetween(acceptedOn, latest) ?? 0;
  if (room < 4) return [];
  const procedures: SeededProcedure[] = [];
  if (draw < 0.08) {
    const from = laterWorkday(acceptedOn, 1 + Math.floor(random() * 2), latest);
    const to = laterWorkday(from, Math.floor(random() * (room - 3)), addDays(latest, -1));
    procedures.push({ kind: pick(PAUSING_KINDS, random), from, to });
  }
  if (draw < 0.01 || draw >= 0.08) {
    procedures.push({
      kind: SpecialProcedureKind.EXTENSION,
      from: laterWorkday(acceptedOn, 2, latest),
      to: laterWorkday(acceptedOn, 2, latest),
      extensionDays: 5 + 5 * Math.floor(random() * 2),
    });
  }
  return procedures;
};
