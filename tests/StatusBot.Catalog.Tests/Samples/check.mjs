// Parses the functions that come in; prints "index:line: message", lines counted within the sample.
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';

JSON.parse(readFileSync(0, 'utf8')).forEach(({ code }, index) => {
  try {
    new Script(code, { filename: 'sample' });
  } catch (error) {
    console.log(`${index}:${/^sample:(\d+)/.exec(error.stack)[1] - 1}: ${error.message}`);
  }
});
