#!/usr/bin/env bash
# chinese-days 1.5.7, chinese-workday 1.16.1 (npm) and chinesecalendar 1.11.0 (PyPI): what is said of National Day in a year whose holidays are not in the package.
#
# Guess: a day outside of the data is refused, or a feast whose date the law fixes (1 October, 国务院令第795号) is a rest day in any year.
# Seen:  both npm packages answer that 1 October 2027, a Friday, is a working day, without a word; they know 1 October 2026. A limit of five working days from 30 September 2027
#        ends on 7 October, within the holidays. chinesecalendar raises NotImplementedError for 2027.
# So:    ask first whether the year is in the calendar that one holds, and refuse to compute a legal limit where it is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error chinese-days@1.5.7 chinese-workday@1.16.1 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check chinesecalendar==1.11.0
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import days from "chinese-days";
import * as workday from "chinese-workday";
for (const [day, works] of [["2026-10-01", false], ["2027-10-01", true]]) {
  assert.equal(days.isWorkday(day), works);
  assert.equal(workday.isWorkday(day), works);
}
assert.equal(days.findWorkday(5, "2027-09-30"), "2027-10-07");
console.log("npm: National Day is a rest day in 2026 and a working day in 2027; five working days from 2027-09-30 end on 2027-10-07");
JS
node run.mjs
venv/bin/python - <<'PY'
import datetime, chinese_calendar
assert not chinese_calendar.is_workday(datetime.date(2026, 10, 1))
try:
    chinese_calendar.is_workday(datetime.date(2027, 10, 1))
    raise SystemExit("2027 is known now")
except NotImplementedError:
    print("chinesecalendar: NotImplementedError for 2027")
PY
