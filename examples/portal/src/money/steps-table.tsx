/** The steps of the money in numbers. */
import { formatMoney } from "@govgraph/client";
import { useSay } from "../language.js";
import { hashOf } from "../route.js";
import type { Place, Step } from "./flow.js";

interface StepsTableProps {
  readonly of: readonly Step[];
  readonly onPoint: (step: Step | undefined) => void;
}

/** The table; who points at a row sees its band in the picture. */
export const StepsTable = ({ of, onPoint }: StepsTableProps) => {
  const say = useSay();
  return (
    <div
      className="table table-money"
      role="region"
      tabIndex={0}
      aria-label={say({ zh: "资金流向表", en: "Table of the flow" })}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{say({ zh: "从", en: "From" })}</th>
            <th scope="col">{say({ zh: "到", en: "To" })}</th>
            <th scope="col">{say({ zh: "分配", en: "Allocated" })}</th>
            <th scope="col">{say({ zh: "已支付", en: "Paid" })}</th>
            <th scope="col">{say({ zh: "结余", en: "Balance" })}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((step) => (
            <tr
              key={`${step.from.key} ${step.to.key}`}
              onPointerEnter={() => onPoint(step)}
              onPointerLeave={() => onPoint(undefined)}
            >
              <td>{step.from.name}</td>
              <th scope="row">
                <PlaceName of={step.to} />
              </th>
              <td>{formatMoney(step.amount)}</td>
              <td>{formatMoney(step.paid)}</td>
              <td>{formatMoney(step.balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const PlaceName = ({ of: { name, uscc } }: { readonly of: Place }) =>
  uscc === undefined ? name : <a href={hashOf(["credit", uscc])}>{name}</a>;
