-- Neovim's own client against the server: prints one line of JSON, which the test reads.
local command = vim.json and vim.json.decode(vim.env.SERVER) or vim.fn.json_decode(vim.env.SERVER)
local told = {}

local function finish()
  io.stdout:write(vim.fn.json_encode(told) .. '\n')
  vim.cmd('qall!')
end

vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.BRIEF))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = 'delegate', cmd = command, root_dir = vim.env.ROOT })
vim.lsp.buf_attach_client(buffer, client)

local function unknown()
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    if found.code == 'unknown-field' or (found.user_data and found.user_data.lsp and found.user_data.lsp.code == 'unknown-field') then
      return found
    end
  end
end

told.found = vim.wait(20000, function() return unknown() ~= nil end, 20)
if not told.found then finish() end
local found = unknown()
told.message = found.message
told.line = found.lnum + 1

vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 20000) or {}
for _, answer in pairs(answers) do
  for _, action in ipairs(answer.result or {}) do
    if action.isPreferred and not told.applied then
      told.applied = action.title
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    end
  end
end

told.fixed = vim.wait(20000, function() return unknown() == nil end, 20)
local hover = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', vim.lsp.util.make_position_params(), 20000) or {}
for _, answer in pairs(hover) do
  if answer.result then told.hover = answer.result.contents.value end
end
vim.cmd('silent write')

-- What stands over the status, and what a command of the program says.
local document = { textDocument = { uri = vim.uri_from_bufnr(buffer) } }
told.lenses = {}
for _, answer in pairs(vim.lsp.buf_request_sync(buffer, 'textDocument/codeLens', document, 20000) or {}) do
  for _, lens in ipairs(answer.result or {}) do table.insert(told.lenses, lens.command.title) end
end
local ask = { command = 'delegate.run', arguments = { document.textDocument.uri, { 'show', 'b-7k3f9q2m' } } }
for _, answer in pairs(vim.lsp.buf_request_sync(buffer, 'workspace/executeCommand', ask, 20000) or {}) do
  if answer.result then told.ran = answer.result.out end
end
finish()
