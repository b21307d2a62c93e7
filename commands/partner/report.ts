/** What a check found, in sentences for people. */
import type {
  ClosedField,
  Installation,
  PartnerCheck,
  PublicField,
  SchemaChange,
} from "../../platform/composition/partner/index.js";
import { contractSentences } from "../../platform/composition/index.js";
import { userLine, type TouchedChange } from "./broken-clients.js";

/** Lines of the report: what is to be mended first, then what becomes of each field. */
export const reportLines = (
  found: PartnerCheck,
  { others }: Pick<Installation, "others">,
  touched?: readonly TouchedChange[],
): string[] => {
  const { partner, file, problems, advice, disclosed, clients, closures, contracts } = found;
  const verdict =
    problems.length === 0
      ? `${partner} (${file}) composes with ${others.length} other subgraphs.`
      : `${partner} (${file}) is refused: ${counted(problems.length, "thing is", "things are")} to be mended.`;
  const changed = closures.filter(({ kind }) => kind !== "NEWLY_CLOSED");
  return [
    verdict,
    ...section(
      "To be mended",
      problems.map(({ message }) => message),
    ),
    ...section(`Becomes public: ${counted(disclosed.public.length, "field", "fields")}`, byType(disclosed.public)),
    ...section(
      `Becomes closed: ${counted(disclosed.closed.length, "field", "fields")}`,
      disclosed.closed.map(closedLine),
    ),
    ...section("Asked by the gateway alone", byType(disclosed.internal)),
    ...section(
      "Closures against those in force",
      changed.map(({ kind, place, text }) => `${kind}: ${place} ${text}.`),
    ),
    ...section(
      "For clients of today",
      clients.length > 0 || problems.length > 0
        ? clientLines(clients, touched)
        : ["nothing changes but what is added."],
    ),
    ...section("Contracts", contractSentences(contracts)),
    ...section(
      "Could be better",
      advice.map(({ message }) => message),
    ),
  ];
};

/** Each change, and who is touched by it where use is recorded. */
const clientLines = (clients: readonly SchemaChange[], touched: readonly TouchedChange[] | undefined): string[] => [
  ...clients.flatMap(({ level, message }, index) => [`${level}: ${message}`, ...usersLines(touched?.[index])]),
  ...(clients.length > 0 && !touched ? ["Who asks for it is not recorded (GATEWAY_USE_STORE)."] : []),
];

const usersLines = (change: TouchedChange | undefined): string[] =>
  change?.users.length === 0 ? ["  nobody asked for it."] : (change?.users ?? []).map((user) => `  ${userLine(user)}`);

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];

const closedLine = ({ name, readers, why, until }: ClosedField): string =>
  `${name} is read by ${readers}: ${why}${until === undefined ? "" : `, to be reviewed by ${until}`}.`;

const byType = (fields: readonly PublicField[]): string[] => {
  const types = new Map<string, string[]>();
  for (const { name } of fields) {
    const [type = "", field = ""] = name.split(".");
    types.set(type, [...(types.get(type) ?? []), field]);
  }
  return [...types].map(([type, names]) => `${type}: ${names.join(", ")}`);
};
