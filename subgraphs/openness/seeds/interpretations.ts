/** Interpretations of the demonstration's normative documents: most in time, some late, some documents without one. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { workdayAfter } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { limitWorkdays } from "../policy-interpretation/policy-interpretation.js";
import { InterpretationKind } from "../policy-interpretation/policy-interpretation.enums.js";
import {
  INTERPRETATION_QUESTIONS,
  POLICY_INTERPRETATIONS,
} from "../policy-interpretation/policy-interpretation.rows.js";
import type { DocumentRecords } from "./documents.js";
import { goldenInterpretations, isGolden, ofDocument, type PlannedInterpretation } from "./golden-interpretations.js";

/** Their tables. */
export const INTERPRETATION_TABLES = "interpretation_questions, policy_interpretations";

type Issued = DocumentRecords["documents"][number];
type Draw = () => number;

const KINDS = [InterpretationKind.TEXT, InterpretationKind.TEXT, InterpretationKind.PICTURE, InterpretationKind.VIDEO];

/** Of twenty documents fifteen are explained within the limit, three later, two never. */
const explainedOn = (publishedOn: LocalDate, today: LocalDate, draw: Draw): LocalDate | undefined => {
  const [fate, wait] = [draw(), draw()];
  const limit = limitWorkdays(publishedOn);
  const days = fate < 0.75 ? Math.floor(wait * (limit + 1)) : limit + 1 + Math.floor(wait * 10);
  const day = workdayAfter(publishedOn, days);
  return fate >= 0.9 || day > today ? undefined : day;
};

const interpretationOf = (document: Issued, today: LocalDate, draw: Draw): PlannedInterpretation[] => {
  const kind = KINDS[Math.floor(draw() * KINDS.length)]!;
  const { publishedOn: since, title, issuerName, keywords = [] } = document;
  const publishedOn = since === undefined ? undefined : explainedOn(since, today, draw);
  if (publishedOn === undefined) return [];
  return [
    {
      interpretation: {
        ...ofDocument(document, 1),
        kind,
        title: kind === InterpretationKind.PICTURE ? `一图读懂《${title}》` : `《${title}》解读`,
        publishedOn,
        text: `本文件就${keywords.join("、")}的条件、程序和监督检查作出规定。`,
        firstSpokesperson: `${issuerName}主要负责人`,
      },
      questions:
        kind === InterpretationKind.TEXT
          ? [{ question: "为什么制定本文件？", answer: "为统一办理条件和程序，方便群众办事。" }]
          : [],
    },
  ];
};

/** Fills the tables. */
export const seedInterpretations = async (
  db: Knex,
  world: DemonstrationWorld,
  { documents }: DocumentRecords,
): Promise<void> => {
  const draw = world.random("openness.interpretations");
  const planned = [
    ...goldenInterpretations(documents),
    ...documents
      .filter((document) => document.normative && !isGolden(document))
      .flatMap((document) => interpretationOf(document, world.today, draw)),
  ];
  await insertRecords(
    db,
    POLICY_INTERPRETATIONS,
    planned.map(({ interpretation }) => interpretation),
  );
  await insertRecords(
    db,
    INTERPRETATION_QUESTIONS,
    planned.flatMap(({ interpretation: { id }, questions }) =>
      questions.map((asked, index) => ({ ...asked, interpretationId: id, position: index + 1 })),
    ),
  );
};
