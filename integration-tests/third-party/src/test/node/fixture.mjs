// What the Java test that runs a script wants it to know.
import { readFileSync } from "node:fs";

export const fixture = JSON.parse(readFileSync(process.env.FIXTURE, "utf8"));
