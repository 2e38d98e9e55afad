import type { FieldReport } from "../lib/answers";

export function FieldsTable({ fields }: { fields: FieldReport[] }) {
  return (
    <table>
      <caption>Fields of the form</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Asked</th>
          <th scope="col">Chosen</th>
          <th scope="col">Score</th>
          <th scope="col">Reason</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={`${field.name} ${field.rank}`}>
            <th scope="row">
              {field.name} {field.assumed && <span className="label">assumed</span>}
            </th>
            <td data-label="Asked">{field.asked ?? "—"}</td>
            <td data-label="Chosen">{field.chosen ?? "—"}</td>
            <td data-label="Score" className="number">{Math.round(field.score * 100)} %</td>
            <td data-label="Reason">
              {field.reason} {field.evidence.map(({ words }) => `“${words}”`).join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
