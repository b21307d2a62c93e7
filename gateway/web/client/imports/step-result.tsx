/** What came of a step: figures, rows to correct, what to look at, and files to save. */
import type { Api } from "./api.js";
import type { Load, RowEntry, Step } from "./loads.js";
import { FIGURE_TEXTS } from "./texts.js";

const Entries = ({ title, entries }: { readonly title: string; readonly entries: readonly RowEntry[] }) =>
  entries.length === 0 ? null : (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">行 Line</th>
          <th scope="col">列 Column</th>
          <th scope="col">值 Value</th>
          <th scope="col">规则与处理 Rule and remedy</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ line, column, value, rule, remedy }, index) => (
          <tr key={index}>
            <td>{line}</td>
            <td>{column}</td>
            <td>{value}</td>
            <td>
              <code>{rule}</code> {remedy}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );

const Files = ({ api, load, step }: { readonly api: Api; readonly load: Load; readonly step: Step }) => (
  <p>
    {step.files.includes("refused") && (
      <button type="button" onClick={() => void api.save(load.id, step.id, "refused", `to-correct-${load.kind}.csv`)}>
        下载待更正的行 Save the rows to correct
      </button>
    )}{" "}
    {step.files.includes("report") && (
      <button type="button" onClick={() => void api.save(load.id, step.id, "report", `report-${load.kind}.csv`)}>
        下载完整报告 Save the report
      </button>
    )}
  </p>
);

/** The result of a trial or a load. */
export const LoadResult = ({ api, load, step }: { readonly api: Api; readonly load: Load; readonly step: Step }) => {
  const {
    figures = {},
    refusals = [],
    notices = [],
    unpublished = [],
    file = [],
    unusedColumns = [],
    later,
  } = step.result ?? {};
  return (
    <>
      <dl className="figures">
        {Object.entries(FIGURE_TEXTS).map(([name, text]) => (
          <div key={name}>
            <dt>{text}</dt>
            <dd id={`figure-${name}`}>{figures[name] ?? 0}</dd>
          </div>
        ))}
      </dl>
      {step.result?.resumed && (
        <p>
          处理进程中断后已继续；先前已导入的行计为未变化。 A worker ended in the middle and another went on: rows of the
          first count as unchanged.
        </p>
      )}
      {later !== undefined && <p>{later}</p>}
      {unusedColumns.length > 0 && <p>未使用的列 Columns that are not used: {unusedColumns.join("、")}</p>}
      {file.map(({ rule, place, remedy }, index) => (
        <p key={index}>
          {place}: <code>{rule}</code> {remedy}
        </p>
      ))}
      <Files api={api} load={load} step={step} />
      <Entries title="退回的行 Rows that are refused" entries={refusals} />
      <Entries title="不公开的行 Rows that are loaded and not published" entries={unpublished} />
      <Entries title="提示 Notices" entries={notices} />
    </>
  );
};
