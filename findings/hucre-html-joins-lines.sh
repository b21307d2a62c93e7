#!/usr/bin/env bash
# hucre 1.0.0: `fromHtml` (the way to read tables that portals save as .xls) joins the lines of a cell and keeps `&nbsp;` as it is written.
#
# 1. A heading `名称<br>（全称）` and a cell `东街1号<br>西街2号`, as portals write them.
#    Guess: a line break or a blank stands between them, as a browser's innerText has it.
#    Seen:  nothing stands there: `东街1号西街2号`, one address that is none.
# 2. `甲&nbsp;公司`, which nearly every saved table has.
#    Guess: a blank (U+00A0), since `&amp;` and `&lt;` are read.
#    Seen:  the six characters `&nbsp;`.
# So:    read the elements yourself (an HTML parser) and put a line break where `<br>` stands; hucre remains right for .xlsx.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error hucre@1.0.0 >/dev/null
cat >run.mjs <<'JS'
import { fromHtml } from "hucre";
const html =
  "<table><tr><th>名称<br>（全称）</th><th>地址</th></tr><tr><td>甲&nbsp;公司 &amp; 乙</td><td>东街1号<br>西街2号</td></tr></table>";
for (const row of fromHtml(html, { typeInference: false }).rows) console.log(row.join(" | "));
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = "名称（全称） | 地址
甲&nbsp;公司 & 乙 | 东街1号西街2号" ]
