#!/usr/bin/env bash
# hucre 1.0.0 and @e965/xlsx 0.20.3: of the date formats that Chinese spreadsheets have built in, only the date is told and not the format.
#
# ECMA-376 part 1, 18.8.30, gives the ids 27 to 36 and 50 to 58 a meaning by language; in Chinese 57 is yyyy年m月, a month alone. Such cells
# name the id, and the workbook holds no text of the format.
# 1. One cell each with the ids 57 (a month), 31 (yyyy年m月d日) and 14 (a day everywhere), the same day in all.
#    Guess: the format of each is told, or its id, as it is for 14: a month that somebody typed is not a day.
#    Seen:  all three are 1 January; 57 and 31 come without any format, and nothing else tells them apart.
# So:    who must not take a month for its first day reads numFmtId of the cell's style in the workbook's own XML.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error hucre@1.0.0 @e965/xlsx@0.20.3 fflate@0.8.2 >/dev/null
cat >run.mjs <<'JS'
import { strToU8, zipSync } from "fflate";
import { readXlsx } from "hucre";
import { read } from "@e965/xlsx";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006';
const KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const IDS = [57, 31, 14];
const files = {
  "[Content_Types].xml": `<Types ${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KINDS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KINDS}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KINDS}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships ${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships ${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet ${MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/>${IDS.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`,
  "xl/worksheets/sheet1.xml": `<worksheet ${MAIN}><sheetData><row r="1">${IDS.map((_, at) => `<c r="${"ABC"[at]}1" s="${at + 1}"><v>44927</v></c>`).join("")}</row></sheetData></worksheet>`,
};
const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(`<?xml version="1.0"?>${xml}`)])));
const day = (value) => value.toISOString().slice(0, 10);
const { sheets } = await readXlsx(bytes, { readStyles: true });
for (const [at, id] of IDS.entries()) {
  const { value, style } = sheets[0].cells.get(`0,${at}`);
  console.log("hucre", id, day(value), style?.numFmt ?? "no format");
}
const row = read(bytes, { dense: true, cellDates: true, UTC: true, cellNF: true, cellStyles: true }).Sheets["S"]["!data"][0];
for (const [at, id] of IDS.entries()) console.log("@e965/xlsx", id, day(row[at].v), row[at].z ?? "no format");
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = "hucre 57 2023-01-01 no format
hucre 31 2023-01-01 no format
hucre 14 2023-01-01 m/d/yyyy
@e965/xlsx 57 2023-01-01 no format
@e965/xlsx 31 2023-01-01 no format
@e965/xlsx 14 2023-01-01 m/d/yy" ]
