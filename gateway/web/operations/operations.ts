/** The operations that the product ships: the showcase and those of the clauses, with questions, example variables and example answers. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";

/** One operation, as its files hold it. */
export interface ShippedOperation {
  /** Name of its file, and of its page. */
  readonly name: string;
  /** `showcase` is a tab of the explorer; `clause` asks for a clause of the Opinions of 2016. */
  readonly kind: "showcase" | "clause";
  /** Its number in the showcase, or of the clause; empty where it has none. */
  readonly number: string;
  readonly question: { readonly en: string; readonly zh?: string };
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
  /** JSON: what anybody is answered on the demonstration data. */
  readonly answer?: string;
}

const FOLDERS = { showcase: "", clause: "clauses/" } as const;

const textAt = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, "utf8").trim() : undefined);

/** The first line is `# <number> <question>`, or the question alone. */
const headOf = (query: string): Pick<ShippedOperation, "number"> & { readonly en: string } => {
  const [, number = "", en = ""] = /^# (?:(\d+(?:–\d+)?) )?(.*)/.exec(query) ?? [];
  return { number, en };
};

/** All of them, the showcase first, in the order of their numbers. */
export const readShippedOperations = (
  directory: string = projectPath("schema/operations"),
): readonly ShippedOperation[] => {
  const chinese = JSON.parse(textAt(`${directory}/questions.zh.json`) ?? "{}") as Readonly<Record<string, string>>;
  return (["showcase", "clause"] as const).flatMap((kind) =>
    readdirSync(`${directory}/${FOLDERS[kind]}`)
      .filter((file) => file.endsWith(".graphql"))
      .map((file): ShippedOperation => {
        const name = file.replace(/\.graphql$/, "");
        const path = `${directory}/${FOLDERS[kind]}${name}`;
        const query = readFileSync(`${path}.graphql`, "utf8");
        const { number, en } = headOf(query);
        const [zh, variables, answer] = [
          chinese[name],
          textAt(`${path}.variables.json`),
          textAt(`${path}.answer.json`),
        ];
        return {
          ...{ name, kind, number, query },
          question: { en, ...(zh === undefined ? {} : { zh }) },
          ...(variables === undefined ? {} : { variables }),
          ...(answer === undefined ? {} : { answer }),
        };
      })
      .sort((left, right) => orderOf(left) - orderOf(right)),
  );
};

/** What has no number comes last. */
const orderOf = ({ number }: ShippedOperation): number => (number === "" ? 100 : Number.parseInt(number, 10));
