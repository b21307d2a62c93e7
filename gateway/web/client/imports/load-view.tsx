/** One file from its mapping to its load: the steps are asked here, their progress and what came of them are shown. */
import { useEffect, useRef, useState } from "react";
import type { Api } from "./api.js";
import { isOpen, type Kind, type Load, type Step, type StepName } from "./loads.js";
import { EMPTY_FORM, isMappingText, missingFields, toMapping } from "./mapping.js";
import { ColumnTable, ConstantFields, ReadingFields } from "./mapping-form.js";
import { LoadResult } from "./step-result.js";
import { KIND_TEXTS, moment, STATE_TEXTS, STEP_TEXTS } from "./texts.js";

interface LoadViewProps {
  readonly api: Api;
  readonly kind: Kind;
  readonly load: Load;
  readonly onLoad: (load: Load) => void;
}

const StepStatus = ({ step }: { readonly step: Step }) => (
  <p role="status" aria-live="polite" id="step-status" data-state={step.state} data-step={step.name}>
    {STEP_TEXTS[step.name]}：{STATE_TEXTS[step.state]}
    {step.state === "DONE" &&
      step.name === "UNDO" &&
      ` 已删除 deleted ${step.result?.removed}, 已恢复 restored ${step.result?.restored}`}
  </p>
);

const StepProgress = ({ step: { state, progress } }: { readonly step: Step }) =>
  progress === undefined ? null : (
    <p>
      {state === "RUNNING" && <progress aria-label="进度 Progress" max={progress.total} value={progress.done} />}{" "}
      {progress.done} / {progress.total} 行 rows
    </p>
  );

const History = ({ steps }: Pick<Load, "steps">) => (
  <details id="history">
    <summary>操作记录 History ({steps.length})</summary>
    <ol>
      {steps.map(({ id, name, state, askedAt, askedBy, failure }) => (
        <li key={id}>
          {moment(askedAt)} {STEP_TEXTS[name]}：{STATE_TEXTS[state]} <small>{askedBy.slice(0, 8)}</small> {failure}
        </li>
      ))}
    </ol>
  </details>
);

/** The view. */
export const LoadView = ({ api, kind, load, onLoad }: LoadViewProps) => {
  const [form, setForm] = useState(EMPTY_FORM);
  const [problem, setProblem] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const open = isOpen(load);
  // Whoever opens a file by keyboard goes on where it begins.
  useEffect(() => heading.current?.focus(), [load.id]);
  useEffect(() => {
    if (!open) return;
    let left = false;
    void api
      .moment()
      .then(() => api.load(load.id))
      .then((now) => !left && onLoad(now))
      .catch((error: unknown) => setProblem((error as Error).message));
    return () => {
      left = true;
    };
  }, [load, open]);
  const looked = load.steps.findLast(({ name, state }) => name === "LOOK" && state === "DONE")?.result;
  const columns = looked?.columns ?? [];
  const file = { columns, said: Object.keys(looked?.said ?? {}) };
  const last = load.steps.at(-1);
  const mapping = toMapping(form, columns);
  const wrong = isMappingText(form.more)
    ? undefined
    : "其他映射须为 JSON 对象 What else the mapping says is a JSON object";
  const missing = looked === undefined ? [] : missingFields(form, file, kind);
  const ask = (name: StepName) => (): void => {
    setProblem(undefined);
    api
      .ask(load.id, name, name === "UNDO" ? undefined : mapping)
      .then(onLoad, (error: unknown) => setProblem((error as Error).message));
  };
  const remove = (): void => {
    if (confirm("删除已上传的文件？Remove the uploaded file?"))
      api.remove(load.id).then(onLoad, (error: unknown) => setProblem((error as Error).message));
  };
  const undo = (): void => {
    if (confirm("撤销该文件最近一次导入？Undo the last load of this file?")) ask("UNDO")();
  };
  return (
    <section aria-labelledby="load-heading">
      <h2 id="load-heading" tabIndex={-1} ref={heading}>
        {load.fileName} <small>{KIND_TEXTS[load.kind] ?? load.kind}</small>
      </h2>
      {load.sameFile !== undefined && (
        <p className="note" id="same-file">
          同一文件已于 {moment(load.sameFile.loadedAt)} 导入，再次导入不会改变数据。 The same file was loaded already:
          loading it again changes nothing.
        </p>
      )}
      {last !== undefined && <StepStatus step={last} />}
      {last !== undefined && <StepProgress step={last} />}
      {last?.failure !== undefined && <p role="alert">{last.failure}</p>}
      {(problem ?? wrong) !== undefined && <p role="alert">{problem ?? wrong}</p>}
      {load.kept ? (
        <>
          <ReadingFields form={form} onChange={setForm} open={columns.length === 0} />
          {columns.length > 0 && (
            <>
              <ColumnTable kind={kind} columns={columns} form={form} onChange={setForm} />
              <ConstantFields kind={kind} file={file} form={form} onChange={setForm} />
            </>
          )}
          {missing.length > 0 && (
            <p className="note" id="missing">
              必填字段尚无列：Required fields without a column: {missing.join(", ")}
            </p>
          )}
        </>
      ) : (
        <p className="note">文件已到期删除。 The file was removed after its time.</p>
      )}
      <p className="actions">
        <button type="button" disabled={open || !load.kept || wrong !== undefined} onClick={ask("LOOK")}>
          预览 Preview
        </button>{" "}
        <button
          type="button"
          disabled={open || !load.kept || wrong !== undefined || missing.length > 0}
          onClick={ask("DRY_RUN")}
        >
          试运行 Dry run
        </button>{" "}
        <button
          type="button"
          disabled={open || !load.kept || wrong !== undefined || missing.length > 0}
          onClick={ask("LOAD")}
        >
          导入 Load
        </button>{" "}
        <button type="button" disabled={open || !load.loaded} onClick={undo}>
          撤销导入 Undo the load
        </button>{" "}
        <button type="button" disabled={open || !load.kept} onClick={remove}>
          删除文件 Remove the file
        </button>
      </p>
      {last?.name === "LOOK" && last.result?.problem !== undefined && <p role="alert">{last.result.problem}</p>}
      {last?.name === "LOOK" && last.result?.preview !== undefined && (
        <pre id="preview" tabIndex={0} aria-label="预览 Preview">
          {last.result.preview.join("\n")}
        </pre>
      )}
      {last?.state === "DONE" && (last.name === "DRY_RUN" || last.name === "LOAD") && (
        <LoadResult api={api} load={load} step={last} />
      )}
      <History steps={load.steps} />
    </section>
  );
};
