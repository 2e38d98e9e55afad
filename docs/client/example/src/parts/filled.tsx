/** The filled form: what was asked, what was chosen, how sure that is, and why. */
import type { FieldReport } from "../lib/answers";

export function Filled({ fields }: { fields: FieldReport[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th>Field</th>
          <th>Asked</th>
          <th>Chosen</th>
          <th>Sure</th>
          <th>Why</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((each) => (
          <tr key={each.name}>
            <td>
              {each.name} {each.assumed && <strong>assumed</strong>}
            </td>
            <td>{each.asked}</td>
            <td>{each.chosen}</td>
            <td>{Math.round(each.score * 100)} %</td>
            <td>{[each.reason, ...each.evidence.map(({ words }) => `“${words}”`)].join(" ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
