/** Choice of a division: the prefecture that the portal serves, one of its counties, or where the reader came from, such as a province. */
import { type DivisionCode, divisionCode } from "@govgraph/client";
import { DivisionChoiceDocument } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { settings } from "../settings.js";
import { Choice } from "./choice.js";

/** The division of a route's parameter; the portal's own where it is none. */
export const divisionOf = (parameter: string | null): DivisionCode => {
  try {
    return divisionCode(parameter ?? "");
  } catch {
    return settings.division;
  }
};

interface DivisionChoiceProps {
  readonly value: DivisionCode;
  readonly onChoose: (code: DivisionCode) => void;
}

/** The choice. */
export const DivisionChoice = ({ value, onChoose }: DivisionChoiceProps) => {
  const { asked } = useAsk(DivisionChoiceDocument, { code: settings.division, chosen: value });
  const answer = asked.state === "answered" ? asked.answer : asked.state === "asking" ? asked.earlier : undefined;
  const whole = answer?.data?.division;
  const chosen = answer?.data?.chosen;
  const choices = [whole, ...(whole?.children ?? [])].flatMap((each) => (each ? [each] : []));
  return (
    <Choice name={{ zh: "地区", en: "Division" }} value={value} onChoose={(code) => onChoose(divisionCode(code))}>
      {choices.every(({ code }) => code !== value) && (
        <option value={value}>{chosen?.code === value ? (chosen.name ?? value) : value}</option>
      )}
      {choices.map(({ code, name }) => (
        <option key={code} value={code}>
          {name ?? code}
        </option>
      ))}
    </Choice>
  );
};
