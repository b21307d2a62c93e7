/** One app: its quota, and what it asked in a span of days. */
import { useEffect, useState } from "react";
import type { Api } from "./api.js";
import type { AppRow, UseAnswer } from "../../my-use-query.js";
import { OperationsTable } from "./operations-table.js";
import { Quota } from "./quota.js";
import { SPANS } from "./texts.js";

const Asked = ({ use, days }: { readonly use: NonNullable<UseAnswer["appUse"]>; readonly days: number }) => {
  if (!use.recorded) return <p id="not-recorded">本网关不记录使用情况。 This gateway records no use.</p>;
  const rows = use.operations ?? [];
  if (rows.length === 0) return <p id="nothing-asked">此期间没有请求。 Nothing was asked in this time.</p>;
  return <OperationsTable rows={rows} days={days} />;
};

/** Asks for it again wherever another app or span is chosen. */
export const AppView = ({ api, app }: { readonly api: Api; readonly app: AppRow }) => {
  const [days, setDays] = useState(30);
  const [use, setUse] = useState<UseAnswer["appUse"]>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isShown = true;
    const show = (then: () => void): void => {
      if (isShown) then();
    };
    setProblem(undefined);
    api.use(app.clientId, days).then(
      (answer) => show(() => setUse(answer)),
      (error: unknown) => show(() => setProblem((error as Error).message)),
    );
    return () => {
      isShown = false;
    };
  }, [api, app.clientId, days]);
  return (
    <section aria-labelledby="app-heading">
      <h2 id="app-heading">
        {app.name} <code>{app.clientId}</code>
      </h2>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <dl className="quotas">
        <Quota
          id="of-minute"
          title="本分钟额度 This minute"
          used={use?.pointsOfMinute ?? null}
          of={app.pointsAMinute}
        />
        <Quota id="of-day" title="当日额度 Today" used={use?.pointsOfDay ?? null} of={app.pointsADay} />
      </dl>
      <label htmlFor="days">天数 Days</label>
      <select id="days" value={days} onChange={(event) => setDays(Number(event.target.value))}>
        {SPANS.map((span) => (
          <option key={span} value={span}>
            {span}
          </option>
        ))}
      </select>
      <div aria-live="polite">{use && <Asked use={use} days={days} />}</div>
    </section>
  );
};
