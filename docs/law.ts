/** Renders docs/law.md: what of the law is data, each figure with its document, article, day, place and whether it was confirmed. */
import { limitRules, workCalendarYears } from "../platform/domain/index.js";
import { LAW_KINDS, LAW_TABLE_KINDS } from "../platform/law/index.js";
import { basesTable, limitsTable, measuresTable, severitiesTable, stepsTable } from "./law-tables.js";
import { GENERATED } from "./markdown.js";

/** The page. */
export const renderLaw = (): string => {
  const years = workCalendarYears();
  const unconfirmed = limitRules().filter(({ verified }) => !verified).length;
  return `# The law as data

${GENERATED}

Spans of the law stand in [limits.json](../platform/domain/law/limits.json), the calendar in [work-calendar.json](../platform/domain/law/work-calendar.json); a file that
contradicts itself is refused with its faults, and nothing of it is used. \`legalTimeLimits\` and \`workCalendar\` show them in the graph. How days are counted:
[time limits](reference/time-limits.md).

## Files that are loaded 装载的数据文件

\`npm run import -- <kind> <file>\` loads ${[...LAW_KINDS, ...LAW_TABLE_KINDS].map((kind) => `\`${kind}\``).join(", ")} on a running system; \`--dry-run\` does all of it but keep it, so that it finds what a load would find.
A file says of which day it is (\`edition\`). Of what a loaded file and a shipped one both say, the newer file's word holds, of one day the loaded one's; what a file alone says stays, whichever is newer.
A file that is older than the one that ships or than the one that is loaded is refused.

Where a later release ships what a loaded file contradicts, \`npm run migrate\` puts the file aside and says which and why; services say so at their start (\`LAW_SET_ASIDE\`). What ships is in force, and nothing is lost:
\`npm run law\` lists what was loaded, \`npm run law -- <kind>\` writes it out; one that agrees takes its place. Until then \`import\` refuses before it loads anything.

## Limits 法定期限

"Confirmed" says that the span was read in the document itself; ${unconfirmed} of ${limitRules().length} were not, and \`verified\` is false for them in the graph. **Nobody is late by a figure that is not confirmed**: what is past it is
\`PROVISIONAL\`, has no red or black light, and \`Deadline.confirmed\` is false; so is what is past an extension whose length is not. The basis of such a limit says 期限未经原文核实, or 演示用值 where no document sets the span or its day:
those are values for demonstration, which a place replaces by its own (\`npm run import -- time-limits\`), and then they count. Days in the Penalty Law are working days where its article 85 says so (articles 48 and 61).

${limitsTable()}

A limit that changes is put into force on the running system, as the calendar is:

\`npm run import -- time-limits limits-2027.json\`

\`\`\`json
{
  "edition": "2026-11-29",
  "instruments": { "NEW": { "title": "某办法", "number": "某令第1号", "inForceFrom": "2027-03-01" } },
  "limits": [
    {
      "id": "L12", "trigger": { "en": "licence or penalty decision → publication", "zh": "许可、处罚决定 → 公示（双公示）" },
      "unit": "WD", "amount": 5, "instrument": "NEW", "article": "第三条", "since": "2027-03-01", "jurisdiction": "000000", "verified": true
    }
  ]
}
\`\`\`

One with the id of a shipped limit and a later day holds for what begins from that day on, what began before keeps its limit; one with the same day corrects the shipped one; one with another id is added and shown.
The unit of a shipped limit can not change, nor the place but of a value for demonstration: the product counts in them. A file holds everything that differs from the release, because it takes the place of the one before; it is refused whole, with all its faults.

## What steps rest on 办理依据

Steps of procedures that have no limit of their own rest on what stands in [procedures.json](../platform/domain/law/procedures.json), with figures that a place sets beside time. \`npm run import -- procedures <file>\` corrects, changes from a day on, and adds,
as for limits; a file that leaves a figure out by which the product counts is refused.

${stepsTable()}

## Measures of repair 信用修复规定

By which measures a record is repaired stands in [repair-measures.json](../platform/domain/law/repair-measures.json): order 36, and those of systems of their own, found by the names of their authorities and lists, each with its limits of the table above. \`npm run import -- repair-measures <file>\` adds and changes them.

${measuresTable()}

## Laws that seal records 依法封存

What a law seals is told to nobody and counted nowhere; imports refuse it, and \`npm run import -- sealing-laws <file>\` seals what is stored. Which laws do stands in [sealing-laws.json](../platform/domain/law/sealing-laws.json): all records of minors of a kind (\`minors\`), or those
whose basis cites the law (\`citedAs\`); what the police decided is sealed too unless its basis names a law in \`policeUnless\`. A file adds laws, and later versions of those that ship, which may not open what is sealed: it is refused where a shipped law would seal
another kind, forget a title, or trust the police, where a title both seals and opens, and where a law opens what cites the Penalty Law, because every decision does. All are in [credit](domain/credit.md#records-that-a-law-seals-依法封存).

## Legal bases 设定依据

Articles on which matters, fees, services and closures rest stand in [legal-bases.json](../schema/legal-bases.json): number, article, days in force, place, whether the text was read, and the rank of validity
(效力级别), which \`legalBases\` shows. \`npm run import -- legal-bases <file>\` corrects and adds on a running system; what a file does not name stays. A law of one province, a local regulation without a place, an end before the
beginning and an id that is there twice are faults. What an export cites and no file has is told with the rank that its title gives away, and with none where it does not (办法, 规定).

Since 2020 a service of an intermediary is a condition of an approval only where a law, a regulation or a decision of the State Council sets it (优化营商环境条例 第四十三条); a regulation of a place does so for lists in that place.
A listed service on less is a finding (\`LOW_RANK_BASIS\`), and so is one whose bases are known to set none (\`NO_SETTING_BASIS\`). What nobody knows is no finding.

${basesTable()}

## Severity of breaches 失信严重程度

Which breach is minor, general or serious, and how long it is public, stands in [severity-rules.json](../platform/domain/law/severity-rules.json) and is told by \`severityRules\` and, of a penalty, by \`AdministrativePenalty.publicityRule\`.
\`npm run import -- severity-rules <file>\` adds rules of bureaus, of systems and later versions. A bureau's own has \`regulatorId\` and \`regulatorUscc\`; a ministry's or a province's for its sector has a \`system\` of the measures of repair (\`MARKET_SUPERVISION\`) and a
\`jurisdiction\`, 000000 or the division below which it holds, and says with \`regulatorId\` and \`regulatorUscc\` who set it. For a decision counts the bureau's own rule, else that of its system in the narrowest jurisdiction, else the nation's; of one owner the last that
was in force on the day of the decision ([decision 55](decisions/0055-whose-rule-of-severity-counts.md)). Refused are months outside those of the nation, a minor breach that is public for more than three months or, by the nation, at all, a kind that is of two severities on any day,
two rules of one owner for one severity and day, half a regulator, and a system of which no bureau is known. Each says what of it was read where (\`note\`):
none was read whole in the text, so that \`verified\` is false for all that ship.

${severitiesTable()}

## The work calendar 工作日历

The years ${years[0]!.year} to ${years.at(-1)!.year} are published. The notice for a year appears in the autumn before it; it is put into force on the same day, without a release or a restart:

\`npm run import -- work-calendar 2027.json\`

\`\`\`json
{
  "edition": "2026-11-29",
  "source": "国务院办公厅关于2027年部分节假日安排的通知",
  "years": [{ "year": 2027, "holidays": ["2027-01-01", "…"], "makeupDays": ["…"] }]
}
\`\`\`

A file holds every year that the product does not ship, because it takes the place of the one before. \`holidays\` are all days off that the notice names, weekends among them; \`makeupDays\` are the weekends that are worked instead. The command writes the edition into the
database of every service, which takes it within a minute and at each start; \`--dry-run\` checks alone, an older edition than the one in force is refused.

Until a year is published, what is due in it is provisional: \`state\` and \`light\` are \`PROVISIONAL\`, nothing is met, and \`latestOn\` is the latest thinkable day, counted
as if the year had no worked weekends and began with as many weekdays off as any published year had. Late is what even that day is past.
`;
};
