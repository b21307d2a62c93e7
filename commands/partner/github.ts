/** What a check found as annotations of a pull request: workflow commands of GitHub Actions. */
import type { Problem } from "../../platform/composition/index.js";
import type { PartnerCheck } from "../../platform/composition/partner/index.js";

/** Characters that the runner reads as its own (GitHub Actions, workflow commands). */
const escaped = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

const annotation = (level: "error" | "warning", { file, line, column, name, message }: Problem): string => {
  const properties = Object.entries({ file, line, col: column, title: name })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${level} ${properties.join(",")}::${escaped(message)}`;
};

/** An error for each refusal, a warning for each piece of advice, and the verdict. */
export const annotations = ({ partner, problems, advice }: PartnerCheck): string[] => [
  ...problems.map((problem) => annotation("error", problem)),
  ...advice.map((problem) => annotation("warning", problem)),
  problems.length === 0 ? `${partner} composes.` : `${partner} is refused.`,
];
