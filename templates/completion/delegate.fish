# Completion of delegate for fish. Made by "delegate completion fish".
# What is typed is handed over as it stands, and nothing of it is evaluated.
function __delegate_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l plain (string unescape -- "$current")
    or set plain (string trim --left --chars '"\'' -- "$current")
    set -l reply (delegate complete -- $words "$plain" 2>/dev/null)
    switch "$reply[1]"
        case :files
            __fish_complete_path "$current"
        case :folders
            __fish_complete_directories "$current" ''
        case ''
        case '*'
            printf '%s\n' $reply
    end
end
complete -c delegate -f -a '(__delegate_complete)'
