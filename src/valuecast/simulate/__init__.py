"""Companies with known truth: Pendo-shaped tables of any size from a seed, and faults to put into them."""

from valuecast.simulate.company import Company, Simulated
from valuecast.simulate.faults import FAULTS, Fault
from valuecast.simulate.run import simulate

__all__ = ["FAULTS", "Company", "Fault", "Simulated", "simulate"]
