/** A column of figures as they are entered, one for each row. */
interface InputColumn {
  readonly name: string;
  readonly values: readonly number[];
}

/** A column of formulas; `{name}` stands for the cell of that column in the same row. */
interface FormulaColumn {
  readonly name: string;
  readonly formula: string;
}

function lettersOf(index: number): string {
  const first = index >= 26 ? lettersOf(Math.floor(index / 26) - 1) : "";
  return first + String.fromCodePoint(65 + (index % 26));
}

/** A wide sheet: a row for each person, first what is entered, then what is worked out from it. */
export class Sheet {
  readonly #inputs: InputColumn[] = [];
  readonly #formulas: FormulaColumn[] = [];

  enter(name: string, values: readonly number[]): void {
    this.#inputs.push({ name, values });
  }

  workOut(name: string, formula: string): void {
    this.#formulas.push({ name, formula });
  }

  get formulaCount(): number {
    return this.#formulas.length;
  }

  /** The cells from the first of the columns to the last, in every row. */
  rangeOf(first: string, last: string, rows: number): string {
    return `${this.#lettersFor(first)}1:${this.#lettersFor(last)}${rows}`;
  }

  #lettersFor(name: string): string {
    const names = [...this.#inputs, ...this.#formulas].map((column) => column.name);
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`no column ${name}`);
    return lettersOf(index);
  }

  /** The sheet as a flat OpenDocument file, piece by piece. */
  *asFlatDocument(rows: number): Generator<string> {
    const letters = new Map(
      [...this.#inputs, ...this.#formulas].map(({ name }, index) => [name, lettersOf(index)]),
    );
    const templates = this.#formulas.map(({ formula }) =>
      escapeXml(
        formula.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
          const column = letters.get(name);
          if (column === undefined) throw new Error(`no column ${name}`);
          return `[.${column}#]`;
        }),
      ),
    );
    yield HEAD;
    for (let row = 0; row < rows; row += 1) {
      const number = String(row + 1);
      const entered = this.#inputs.map(({ values }) => numberCell(values[row] ?? 0));
      const workedOut = templates.map(
        (template) => `<table:table-cell table:formula="of:=${template.replaceAll("#", number)}"/>`,
      );
      yield `<table:table-row>${entered.join("")}${workedOut.join("")}</table:table-row>\n`;
    }
    yield TAIL;
  }
}

function numberCell(value: number): string {
  return `<table:table-cell office:value-type="float" office:value="${value}"/>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="staff">
`;
const TAIL = `</table:table></office:spreadsheet></office:body></office:document>\n`;
