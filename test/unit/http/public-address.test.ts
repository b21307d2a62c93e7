/** Addresses of the public Internet, and what is none of it however it is written. */
import { isPublicAddress, leadsOutside } from "../../../platform/http/index.js";

it.each([
  "8.8.8.8",
  "100.63.255.255",
  "172.15.255.255",
  "172.32.0.0",
  "192.169.0.1",
  "223.255.255.255",
  "2400:3200::1",
  "2606:4700::1111",
])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

it.each([
  ...["0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254"],
  ...["172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1"],
  ...["198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"],
  ...["::", "::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "fc00::1", "fd00:ec2::254", "fe80::1"],
  ...["ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "localhost", "", "8.8.8", "1e1"],
])("[E13] %s is not", (address) => expect(isPublicAddress(address)).toBe(false));

it.each([
  ["https://127.0.0.1/"],
  ["https://2130706433/"],
  ["https://0x7f.1/"],
  ["https://0177.0.0.1/"],
  ["https://127.1/"],
  ["https://[::1]/"],
  ["https://[::ffff:10.0.0.1]/"],
  ["https://169.254.169.254/latest/meta-data"],
  ["https://localhost/"],
])("%s leads to none", async (address) => expect(await leadsOutside(new URL(address))).toBe(false));

it("a name that stands for nothing yet is seen when it is connected to", async () =>
  expect(await leadsOutside(new URL("https://hooks.example.invalid/"))).toBe(true));
