/** What an app asked, operation by operation, the busiest first. */
import type { OperationRow } from "../../my-use-query.js";
import { number, p95, share } from "./texts.js";

const HEADINGS = [
  "操作 Operation",
  "请求 Requests",
  "出错 Errors",
  "95% 应答 p95",
  "额度 Points",
  "最近使用 Last day",
] as const;

const total = (rows: readonly OperationRow[], figure: "requests" | "failed" | "points"): number =>
  rows.reduce((sum, row) => sum + row[figure], 0);

/** The table, with a line for all of them; a narrow page scrolls it. */
export const OperationsTable = ({ rows, days }: { readonly rows: readonly OperationRow[]; readonly days: number }) => {
  const caption = `按操作 By operation: ${days} 天 days`;
  return (
    <div className="scrolled" role="region" aria-labelledby="operations-caption" tabIndex={0}>
      <table id="operations">
        <caption id="operations-caption">{caption}</caption>
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.operation}>
              <th scope="row">{row.name ?? <code title={row.operation}>{row.operation.slice(0, 12)}</code>}</th>
              <td>{number(row.requests)}</td>
              <td>
                {number(row.failed)} ({share(row.failed, row.requests)})
              </td>
              <td>{p95(row.p95Ms)}</td>
              <td>{number(row.points)}</td>
              <td>{row.lastDay}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计 All</th>
            <td>{number(total(rows, "requests"))}</td>
            <td>
              {number(total(rows, "failed"))} ({share(total(rows, "failed"), total(rows, "requests"))})
            </td>
            <td />
            <td>{number(total(rows, "points"))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
