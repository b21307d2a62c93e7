#!/usr/bin/env bash
# nzh 1.0.14 (npm): a whole amount in Chinese capitals ends with 整 where it is given as a number, and without where it is given as text.
#
# Guess: toMoney("1.00") and toMoney(1) both give 人民币壹元整: an amount of whole yuan is closed with 整 or 正, so that nothing can be
#        added behind it (支付结算办法, annex on how notes are filled in). Money is handed over as text, because numbers lose fen.
# Seen:  toMoney(1) is 人民币壹元整, toMoney("1.00") and toMoney("1.0") are 人民币壹元, open at the end; toMoney("1") is 人民币壹元整.
# So:    take ".00" away before the amount is written out, or close the text oneself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error nzh@1.0.14 >/dev/null
cat >run.mjs <<'JS'
import nzh from "nzh";
for (const amount of [1, "1", "1.00", "1.0", "1.10"]) console.log(JSON.stringify(amount), nzh.cn.toMoney(amount));
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = '1 人民币壹元整
"1" 人民币壹元整
"1.00" 人民币壹元
"1.0" 人民币壹元
"1.10" 人民币壹元壹角' ]
