#!/usr/bin/env bash
# python-stdnum 2.2 and id-validator 1.3.0 (npm): numbers of residence permits, of foreign permanent residents and of abolished counties.
#
# All numbers are well formed by GB 11643: seventeen digits, a day of birth, a right check character; their owners are invented.
#   810000, 820000, 830000  residence permits of Hong Kong, Macao and Taiwan residents (港澳台居民居住证, 国办发〔2018〕81号)
#   9 + province + country  permanent residence card of foreigners in its form of 2023 (外国人永久居留身份证, since 2023-12-01)
#   372801                  the county-level city of Linyi, abolished in 1994: whoever was registered there keeps the number for life
# Guess: both libraries accept all of them.
# Seen:  stdnum.cn.ric calls every one of the five invalid. id-validator, with the table of divisions that it ships, calls the four of
#        permits and cards invalid and accepts the abolished county; without that table, which is optional, it accepts all five.
# So:    check length, day of birth and check character; let no table of divisions decide whether a number of a person is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-stdnum==2.2
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error id-validator@1.3.0 >/dev/null
cat >check.txt <<'PY'
import sys
from stdnum.cn import ric
WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
for digits in sys.argv[1:]:
    number = digits + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS)) % 11]
    print(number, "valid" if ric.is_valid(number) else "invalid")
PY
# One of a county of today first: the check character is not what they stumble over.
python_says=$(venv/bin/python check.txt 22240119900101001 81000019900101001 82000019900101001 83000019900101001 91184019900101001 37280119600101001)
cat >check.cjs <<'JS'
const Validator = require("id-validator");
const says = (validator, number) => (validator.isValid(number) ? "valid" : "invalid");
const withTable = new Validator(require("id-validator/src/GB2260"));
const without = new Validator();
for (const number of process.argv.slice(2)) console.log(number.slice(0, 6), says(withTable, number), says(without, number));
JS
node_says=$(node check.cjs $(cut -d' ' -f1 <<<"$python_says"))
seen=$(paste -d' ' <(echo "$node_says") <(cut -d' ' -f2 <<<"$python_says"))
echo "number, id-validator with table, without, python-stdnum"
echo "$seen"
[ "$seen" = "222401 valid valid valid
810000 invalid valid invalid
820000 invalid valid invalid
830000 invalid valid invalid
911840 invalid valid invalid
372801 valid valid invalid" ]
