// The sheets that ask for something: they close when it was done, and say what went wrong.
export function ask(id, act) {
  const sheet = document.getElementById(id);
  const form = sheet.querySelector("form");
  const problem = sheet.querySelector(".sheet-problem");
  form.reset();
  problem.textContent = "";
  sheet.querySelector("[value=cancel]").onclick = () => sheet.close();
  form.onsubmit = async (event) => {
    event.preventDefault();
    try {
      await act(Object.fromEntries(new FormData(form)));
      sheet.close();
    } catch (refused) {
      problem.textContent = refused.message;
    }
  };
  sheet.showModal();
}
